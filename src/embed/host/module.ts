import { defineElement } from './element';
import { embedFrom } from './embed';
import type { EmbedOptions, Viewer } from '../../../public/embed';

/* `embed.module.js`, for `import`: what `embed.js` sets as a global is exported here. */

export function embed(element: Element, options: EmbedOptions): Viewer {
  return embedFrom(import.meta.url, element, options);
}

defineElement(embed);
