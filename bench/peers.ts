import type { XsdValidator } from 'libxml2-wasm';
import type { Contestant } from './contestant';

/** saxes: a parser in JavaScript that checks well-formedness and tells elements as it meets them. */
const saxes: Contestant = {
  name: 'saxes',
  schema: false,
  prepare: async () => {
    const { SaxesParser } = await import('saxes');
    const decoder = new TextDecoder();
    return (document) => {
      let elements = 0;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('opentag', () => {
        elements++;
      });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(decoder.decode(document)).close();
      return elements;
    };
  },
};

/** fast-xml-parser: to objects, attributes included, its validator left out as it is by default. */
const fastXmlParser: Contestant = {
  name: 'fast-xml-parser, to objects',
  schema: false,
  prepare: async () => {
    const { XMLParser } = await import('fast-xml-parser');
    const decoder = new TextDecoder();
    const parser = new XMLParser({ ignoreAttributes: false });
    return (document) => {
      const root: unknown = parser.parse(decoder.decode(document));
      if (typeof root !== 'object' || root === null) throw new Error('Nothing was read.');
      return null;
    };
  },
};

function libxml2(validate: boolean): Contestant {
  return {
    name: validate ? 'libxml2-wasm, to a DOM and XSD' : 'libxml2-wasm, to a DOM',
    schema: validate,
    prepare: async ({ xsd }) => {
      const { ParseOption, XmlDocument, XsdValidator: Validator } = await import('libxml2-wasm');
      let validator: XsdValidator | null = null;
      if (validate) {
        if (xsd === null) return null;
        validator = Validator.fromDoc(XmlDocument.fromString(xsd));
      }
      return (bytes) => {
        const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE });
        try {
          // Throws where the document is not valid.
          validator?.validate(document);
        } finally {
          document.dispose();
        }
        return null;
      };
    },
  };
}

/** Peers that run in Node.js and in a worker. */
export const peers = [saxes, fastXmlParser, libxml2(false), libxml2(true)];

/** The browser's own parser, which only pages have. */
export const domParser: Contestant = {
  name: 'DOMParser, to a DOM (main thread)',
  schema: false,
  prepare: () => {
    const decoder = new TextDecoder();
    return (bytes) => {
      const document = new DOMParser().parseFromString(decoder.decode(bytes), 'application/xml');
      if (document.querySelector('parsererror'))
        throw new Error('The document is not well-formed.');
      return document.getElementsByTagName('*').length;
    };
  },
};
