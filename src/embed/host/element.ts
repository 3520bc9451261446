import type { EmbedOptions, Viewer } from '../../../public/embed';

/** Defines `<scrutineer-report>`, unless the page has it already; see `public/embed.d.ts`. */
export function defineElement(embed: (element: Element, options: EmbedOptions) => Viewer): void {
  const name = 'scrutineer-report';
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = ['src', 'link', 'theme'];
      declare viewer?: Viewer;

      connectedCallback(): void {
        const tell = (type: string) => (detail: object) =>
          this.dispatchEvent(new CustomEvent(type, { detail }));
        const options: EmbedOptions & Record<string, unknown> = {
          onFindings: tell('findings'),
          onSelect: tell('select'),
          onError: tell('error'),
        };
        for (const { name, value } of this.attributes) options[name] = value;
        this.viewer = embed(this, options);
      }

      disconnectedCallback(): void {
        this.viewer?.destroy();
      }

      attributeChangedCallback(name: string, _: unknown, value: string): void {
        if (name === 'theme') this.viewer?.setTheme(value as 'system');
        else this.viewer?.open({ [name]: value });
      }
    },
  );
}
