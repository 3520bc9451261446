import { SaxesParser, type SaxesTagPlain } from 'saxes';

/**
 * The part of XML Schema that the OpenSCENARIO schemas are written in, read as it stands. Anything
 * else in a schema is an error, so that nothing can be overlooked.
 */
export interface Xsd {
  readonly elements: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, XsdType>;
  readonly simpleTypes: ReadonlyMap<string, XsdSimpleType>;
}

export interface XsdType {
  readonly deprecated: boolean;
  readonly content: XsdParticle | 'text' | null;
  readonly attributes: ReadonlyMap<string, XsdAttribute>;
}

export interface XsdAttribute {
  readonly type: string;
  readonly required: boolean;
  readonly deprecated: boolean;
}

export type XsdParticle = XsdElement | XsdGroup;

export interface XsdElement {
  readonly kind: 'element';
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly max: number;
  readonly deprecated: boolean;
}

export interface XsdGroup {
  readonly kind: 'sequence' | 'choice' | 'all';
  readonly parts: readonly XsdParticle[];
  readonly min: number;
  readonly max: number;
}

export interface XsdSimpleType {
  readonly deprecated: boolean;
  /** Names of the union's members, without a prefix. */
  readonly members: readonly string[];
  readonly values: ReadonlyMap<string, { readonly deprecated: boolean }>;
  readonly pattern: string | null;
}

/** Reads a schema. Throws an Error at any construct that it does not know. */
export function readXsd(text: string): Xsd {
  const root = parseTree(text);
  const groups = new Map<string, Node>();
  for (const node of root.children) if (node.tag === 'group') groups.set(nameOf(node), node);

  const elements = new Map<string, string>();
  const types = new Map<string, XsdType>();
  const simpleTypes = new Map<string, XsdSimpleType>();
  for (const node of root.children) {
    switch (node.tag) {
      case 'element':
        elements.set(nameOf(node), required(node, 'type'));
        break;
      case 'complexType':
        types.set(nameOf(node), readType(node, groups));
        break;
      case 'simpleType':
        simpleTypes.set(nameOf(node), readSimpleType(node));
        break;
      case 'group':
        break;
      default:
        unknown(node, root);
    }
  }
  return { elements, types, simpleTypes };
}

interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

function parseTree(text: string): Node {
  const parser = new SaxesParser();
  const top: Node = { tag: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const node: Node = {
      tag: tag.name.replace(/^xsd?:/, ''),
      attributes: tag.attributes,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (data) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += data.trim();
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const root = top.children[0];
  if (root?.tag !== 'schema') throw new Error('The root is no schema');
  return root;
}

function readType(node: Node, groups: ReadonlyMap<string, Node>): XsdType {
  let content: XsdType['content'] = null;
  const attributes = new Map<string, XsdAttribute>();
  const visit = (parent: Node): void => {
    for (const child of parent.children) {
      switch (child.tag) {
        case 'annotation':
          break;
        case 'sequence':
        case 'choice':
        case 'all':
          content = readGroup(child, child.tag, child, groups);
          break;
        case 'simpleContent':
          content = 'text';
          visit(child);
          break;
        case 'extension':
          if (required(child, 'base') !== 'xsd:string') unknown(child, parent);
          visit(child);
          break;
        case 'attribute':
          attributes.set(nameOf(child), {
            type: required(child, 'type'),
            required: child.attributes['use'] === 'required',
            deprecated: isDeprecated(child),
          });
          break;
        default:
          unknown(child, parent);
      }
    }
  };
  visit(node);
  return { deprecated: isDeprecated(node), content, attributes };
}

/** `occurs` is the node that says how often: the group itself, or what refers to it. */
function readGroup(
  node: Node,
  kind: XsdGroup['kind'],
  occurs: Node,
  groups: ReadonlyMap<string, Node>,
): XsdGroup {
  const parts = node.children.filter((child) => child.tag !== 'annotation');
  return {
    kind,
    parts: parts.map((part) => readParticle(part, node, groups)),
    ...occurrence(occurs),
  };
}

function readParticle(node: Node, parent: Node, groups: ReadonlyMap<string, Node>): XsdParticle {
  switch (node.tag) {
    case 'element':
      return {
        kind: 'element',
        name: nameOf(node),
        type: required(node, 'type'),
        deprecated: isDeprecated(node),
        ...occurrence(node),
      };
    case 'group': {
      const group = groups.get(required(node, 'ref'));
      const body = group?.children.find((child) => child.tag !== 'annotation');
      if (body === undefined || (body.tag !== 'sequence' && body.tag !== 'choice')) {
        return unknown(node, parent);
      }
      return readGroup(body, body.tag, node, groups);
    }
    case 'sequence':
    case 'choice':
      return readGroup(node, node.tag, node, groups);
    default:
      return unknown(node, parent);
  }
}

function readSimpleType(node: Node): XsdSimpleType {
  const members: string[] = [];
  const values = new Map<string, { deprecated: boolean }>();
  let pattern: string | null = null;
  const visit = (parent: Node): void => {
    for (const child of parent.children) {
      switch (child.tag) {
        case 'annotation':
          break;
        case 'union':
          members.push(...unprefixed(child.attributes['memberTypes'] ?? ''));
          visit(child);
          break;
        case 'simpleType':
          visit(child);
          break;
        case 'restriction':
          // A restriction of strings to certain values, or of a named type to itself.
          if (child.attributes['base'] !== 'xsd:string') {
            members.push(...unprefixed(required(child, 'base')));
          }
          visit(child);
          break;
        case 'enumeration':
          values.set(required(child, 'value'), { deprecated: isDeprecated(child) });
          break;
        case 'pattern':
          pattern = required(child, 'value');
          break;
        default:
          unknown(child, parent);
      }
    }
  };
  visit(node);
  return { deprecated: isDeprecated(node), members, values, pattern };
}

function unprefixed(names: string): string[] {
  return names
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => name.replace(/^xsd:/, ''));
}

function occurrence(node: Node): { min: number; max: number } {
  const max = node.attributes['maxOccurs'] ?? '1';
  return {
    min: Number(node.attributes['minOccurs'] ?? '1'),
    max: max === 'unbounded' ? Infinity : Number(max),
  };
}

function isDeprecated(node: Node): boolean {
  const annotation = node.children.find((child) => child.tag === 'annotation');
  return annotation?.children.some((note) => note.text === 'deprecated') ?? false;
}

function nameOf(node: Node): string {
  return required(node, 'name');
}

function required(node: Node, attribute: string): string {
  const value = node.attributes[attribute];
  if (value === undefined) throw new Error(`A ${node.tag} without ${attribute}`);
  return value;
}

function unknown(node: Node, parent: Node): never {
  throw new Error(`This reader does not know a ${node.tag} in a ${parent.tag}`);
}
