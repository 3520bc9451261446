import { packRows } from './comb';
import { childrenOf, modelOf, type SchemaModel, type TypeModel } from './model';
import { compileContents, type CompiledContents } from './compile-content';
import { compileValues, type CompiledValues } from './compile-values';
import { childValue, idIn, NameTable, RowTable } from './tables-builder';
import type { Schema } from './schema';
import {
  attributeRecordWords,
  content as contentKind,
  header,
  noRow,
  rowRecordWords,
  simpleTypeRecordWords,
  tablesMagic,
  tablesVersion,
  typeRecordWords,
  type SchemaTables,
} from './tables';

/**
 * The tables of one version, with what turns their numbers back into names for messages (see
 * `lookups.ts`). The tables are all that the interpreter needs.
 */
export interface CompiledSchema extends SchemaTables {
  readonly version: string;
  /** Names of the elements that a document may begin with. */
  readonly roots: readonly string[];
  /** Names by type id. */
  readonly typeNames: readonly string[];
  /** Names by simple type id; the first is that of plain text and has none. */
  readonly simpleTypeNames: readonly string[];
  /** Names of the elements that a content row has entries for, in schema order, by row. */
  readonly expectedByRow: ReadonlyMap<number, readonly string[]>;
}

/** What a bit mask in a type record can hold. */
const maskBits = 32;

const compiledSchemas = new WeakMap<SchemaModel, CompiledSchema>();

/**
 * The tables of one version of a schema, made once and kept.
 * Throws a RangeError for a version that the schema does not know.
 */
export function compileSchema(schema: Schema, version: string): CompiledSchema {
  const model = modelOf(schema, version);
  let compiled = compiledSchemas.get(model);
  if (compiled === undefined) compiledSchemas.set(model, (compiled = compileModel(model)));
  return compiled;
}

/** Compiles a resolved schema to the flat form that `tables.ts` describes. */
export function compileModel(model: SchemaModel): CompiledSchema {
  const names = new NameTable();
  const rows = new RowTable();
  const types = [...model.types.values()];
  const typeNames = types.map((type) => type.name);
  const typeIds = new Map(typeNames.map((name, id) => [name, id]));

  const values = compileValues(model, names, rows);
  const contents = compileContents(types, typeIds, names, rows);
  const records = typeRecords(types, typeIds, contents, values, names, rows);
  const globalRow = rows.add(
    model.roots.map((root) => names.id(root.name)),
    model.roots.map((root) => idIn(typeIds, root.type)),
  );
  return {
    version: model.version,
    roots: model.roots.map((root) => root.name),
    typeNames,
    simpleTypeNames: values.names,
    expectedByRow: contents.expectedByRow,
    names: names.all,
    words: layOut({
      ...records,
      simpleTypes: values.records,
      globalRow,
      names,
      rows,
    }),
  };
}

function typeRecords(
  types: readonly TypeModel[],
  typeIds: ReadonlyMap<string, number>,
  contents: CompiledContents,
  values: CompiledValues,
  names: NameTable,
  rows: RowTable,
): { types: number[]; attributes: number[] } {
  const records: number[] = [];
  const attributes: number[] = [];
  for (const type of types) {
    const first = attributes.length / attributeRecordWords;
    const own = attributeRecords(type, values, names);
    attributes.push(...own.words);
    const text = type.content.kind === 'text';
    const elements = contents.byType.get(type.name);
    const children = childrenOf(type);
    records.push(
      text ? contentKind.text : (elements?.kind ?? contentKind.empty),
      elements?.row ?? noRow,
      elements?.required ?? 0,
      text ? values.text : 0,
      rows.add(
        own.nameIds,
        own.nameIds.map((_, index) => first + index),
      ),
      own.required,
      rows.add(
        children.map((child) => names.id(child.name)),
        children.map((child) => childValue(0, idIn(typeIds, child.type), child.deprecated)),
      ),
      names.id(type.name),
      first,
      type.attributes.length,
    );
  }
  return { types: records, attributes };
}

function attributeRecords(
  type: TypeModel,
  values: CompiledValues,
  names: NameTable,
): { words: number[]; nameIds: number[]; required: number } {
  if (type.attributes.length > maskBits) {
    throw new Error(`\`${type.name}\` has more than ${maskBits} attributes`);
  }
  let required = 0;
  const words: number[] = [];
  const nameIds: number[] = [];
  type.attributes.forEach((attribute, bit) => {
    const name = names.id(attribute.name);
    if (attribute.required) required |= 1 << bit;
    nameIds.push(name);
    words.push(
      name,
      idIn(values.ids, attribute.type),
      bit,
      (attribute.required ? 1 : 0) | (attribute.deprecated ? 2 : 0),
    );
  });
  return { words, nameIds, required };
}

interface Sections {
  readonly types: readonly number[];
  readonly simpleTypes: readonly number[];
  readonly attributes: readonly number[];
  readonly globalRow: number;
  readonly names: NameTable;
  readonly rows: RowTable;
}

function layOut(sections: Sections): Uint32Array<ArrayBuffer> {
  const { types, simpleTypes, attributes, globalRow, names, rows } = sections;
  // Byte rows are looked up with any byte, name rows with the name of any schema.
  const comb = packRows(rows.all, Math.max(256, names.all.length));
  const rowRecords = rows.all.flatMap((row, index) => [comb.bases[index] ?? 0, row.flags]);
  const parts = [types, simpleTypes, rowRecords, attributes, comb.check, comb.values];
  const starts: number[] = [];
  let length: number = header.length;
  for (const part of parts) {
    starts.push(length);
    length += part.length;
  }
  const words = new Uint32Array(length);
  const [typesAt = 0, simpleTypesAt = 0, rowsAt = 0, attributesAt = 0, checkAt = 0, valueAt = 0] =
    starts;
  words[header.magic] = tablesMagic;
  words[header.version] = tablesVersion;
  words[header.types] = types.length / typeRecordWords;
  words[header.typesAt] = typesAt;
  words[header.simpleTypes] = simpleTypes.length / simpleTypeRecordWords;
  words[header.simpleTypesAt] = simpleTypesAt;
  words[header.rows] = rowRecords.length / rowRecordWords;
  words[header.rowsAt] = rowsAt;
  words[header.attributes] = attributes.length / attributeRecordWords;
  words[header.attributesAt] = attributesAt;
  words[header.combLength] = comb.check.length;
  words[header.checkAt] = checkAt;
  words[header.valueAt] = valueAt;
  words[header.globalRow] = globalRow;
  words[header.names] = names.all.length;
  words[header.words] = length;
  parts.forEach((part, index) => {
    words.set(part, starts[index]);
  });
  return words;
}
