import { defineElement } from './element';
import { embedFrom } from './embed';
import type { EmbedOptions, Viewer } from '../../../public/embed';

/* `embed.js`, for a plain `script` element: sets the global `Scrutineer`. */

const { src } = document.currentScript as HTMLScriptElement;

const embed = (element: Element, options: EmbedOptions): Viewer => embedFrom(src, element, options);

(window as { Scrutineer?: object }).Scrutineer = { embed };
defineElement(embed);
