import type { Contestant } from './contestant';

/** saxes: a parser in JavaScript that checks well-formedness and tells elements as it meets them. */
const saxes: Contestant = {
  name: 'saxes',
  role: 'peer',
  schema: false,
  note: 'events; checks well-formedness and namespaces',
  prepare: async () => {
    const { SaxesParser } = await import('saxes');
    const decoder = new TextDecoder();
    return {
      read: (document) => {
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
      },
    };
  },
};

/** sax-wasm: a parser in Wasm that tells elements, and hands names and values over when asked. */
const saxWasm: Contestant = {
  name: 'sax-wasm',
  role: 'peer',
  schema: false,
  note: 'events, names and values read; checks little',
  prepare: async ({ saxWasm: binary }) => {
    const { SAXParser, SaxEventType } = await import('sax-wasm');
    const parser = new SAXParser(SaxEventType.OpenTag | SaxEventType.CloseTag);
    let elements = 0;
    let letters = 0;
    parser.eventHandler = (type, detail) => {
      if (type !== SaxEventType.OpenTag || !('attributes' in detail)) return;
      elements++;
      letters += detail.name.length;
      for (const { name, value } of detail.attributes) {
        letters += name.value.length + value.value.length;
      }
    };
    await parser.prepareWasm(binary.slice());
    const chunk = 64 * 1024;
    return {
      read: (document) => {
        elements = letters = 0;
        for (let at = 0; at < document.length; at += chunk) {
          parser.write(document.subarray(at, at + chunk));
        }
        parser.end();
        if (letters === 0) throw new Error('Nothing was read.');
        return elements;
      },
    };
  },
};

/** fast-xml-parser: to objects, attributes included, its validator left out as it is by default. */
const fastXmlParser: Contestant = {
  name: 'fast-xml-parser',
  role: 'peer',
  schema: false,
  note: 'to objects; does not check',
  prepare: async () => {
    const { XMLParser } = await import('fast-xml-parser');
    const decoder = new TextDecoder();
    const parser = new XMLParser({ ignoreAttributes: false });
    return {
      read: (document) => {
        const root: unknown = parser.parse(decoder.decode(document));
        if (typeof root !== 'object' || root === null) throw new Error('Nothing was read.');
        return null;
      },
    };
  },
};

/** txml: to objects as fast as JavaScript goes, and no questions asked. */
const txml: Contestant = {
  name: 'txml',
  role: 'peer',
  schema: false,
  note: 'to objects; does not check',
  prepare: async () => {
    const { parse } = await import('txml');
    const decoder = new TextDecoder();
    const nodesOf = (document: Uint8Array): unknown =>
      parse(decoder.decode(document), { skipXmlDeclaration: true });
    return {
      read: (document) => {
        const nodes = nodesOf(document);
        if (!Array.isArray(nodes) || nodes.length === 0) throw new Error('Nothing was read.');
        return null;
      },
      count: (document) => elementsIn(nodesOf(document)),
    };
  },
};

/** Objects with a tag name, however deep; without recursion, since documents may be deep. */
function elementsIn(nodes: unknown): number {
  const waiting: unknown[] = [nodes];
  let elements = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (Array.isArray(node)) {
      for (const child of node) waiting.push(child);
    } else if (typeof node === 'object' && node !== null && 'children' in node) {
      if ('tagName' in node && !String(node.tagName).startsWith('?')) elements++;
      waiting.push(node.children);
    }
  }
  return elements;
}

function libxml2(validate: boolean): Contestant {
  return {
    name: validate ? 'libxml2-wasm with XSD' : 'libxml2-wasm',
    role: 'peer',
    schema: validate,
    note: validate ? 'to a DOM, then validated' : 'to a DOM; checks well-formedness',
    prepare: async ({ xsd }) => {
      const { ParseOption, XmlDocument, XsdValidator } = await import('libxml2-wasm');
      if (validate && xsd === null) return null;
      const validator =
        validate && xsd !== null ? XsdValidator.fromDoc(XmlDocument.fromString(xsd)) : null;
      const option = ParseOption.XML_PARSE_HUGE;
      return {
        read: (bytes) => {
          const document = XmlDocument.fromBuffer(bytes, { option });
          try {
            // Throws where the document is not valid.
            validator?.validate(document);
          } finally {
            document.dispose();
          }
          return null;
        },
        count: (bytes) => {
          const document = XmlDocument.fromBuffer(bytes, { option });
          try {
            return Number(document.eval('count(//*)'));
          } finally {
            document.dispose();
          }
        },
      };
    },
  };
}

/** Parsers that run in Node.js and in a worker. */
export const peers: readonly Contestant[] = [
  saxes,
  saxWasm,
  fastXmlParser,
  txml,
  libxml2(false),
  libxml2(true),
];

/** The browser's own parser, which only pages have. */
export const domParser: Contestant = {
  name: 'DOMParser',
  role: 'peer',
  schema: false,
  note: 'to a DOM; checks well-formedness; main thread',
  prepare: () => {
    const decoder = new TextDecoder();
    return {
      read: (bytes) => {
        const document = new DOMParser().parseFromString(decoder.decode(bytes), 'application/xml');
        if (document.querySelector('parsererror') !== null) {
          throw new Error('The document is not well-formed.');
        }
        return document.getElementsByTagName('*').length;
      },
    };
  },
};
