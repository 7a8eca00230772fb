import { gated } from '../../../../access/gate.ts';
import config from '../../../../payload.config.ts';

const answer = gated(config);

export {
  answer as DELETE,
  answer as GET,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
