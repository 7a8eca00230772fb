/** What the bundle exports: pages by request, with the content they may ask in `locals`, and data by route. */
import { createApp } from 'astro/app/entrypoint';

export { dataAt } from '../src/twins/data.ts';

const app = createApp({ streaming: false });

export function render(request: Request, locals: object): Promise<Response> {
  return app.render(request, { locals });
}
