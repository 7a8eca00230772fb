declare namespace App {
  interface Locals {
    /** Set by the press for each render, and by `static-content.ts` in a static build. */
    content: import('./content/content.ts').Content;
  }
}
