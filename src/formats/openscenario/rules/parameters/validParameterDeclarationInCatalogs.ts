import { nearest } from '../../../../schema/nearest';
import { quoted } from '../../../../schema/words';
import type { Found } from '../../../../rules/rule';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { scopeWords } from '../../model/scopeWords';
import type { DocumentRule } from '../kinds';

/** A catalog's entry declares all parameters that it uses, each with a default. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:parameters.valid_parameter_declaration_in_catalogs',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Parameters used in a catalog entry are declared in the entry, with a default value',
  explanation: {
    asks: 'An entry of a catalog is used by scenarios that it knows nothing of, so it can refer only to parameters that it declares itself. Each needs a default value for scenarios that assign none. An empty default of a text is told as a warning: it may be meant.',
    source:
      'ASAM OpenSCENARIO XML 1.2, section 9.5, and checker rule valid_parameter_declaration_in_catalogs; checked here from 1.0 on, in expressions, and with all declarations within an entry',
    example: {
      wrong: '<Controller name="driver"><Properties><Property name="gap" value="$gap"/>…',
      right:
        '<Controller name="driver"><ParameterDeclarations><ParameterDeclaration name="gap" parameterType="double" value="2"/></ParameterDeclarations><Properties><Property name="gap" value="$gap"/>…',
    },
  },
  cost: 'usual',

  check(model, tell) {
    if (model.kind !== 'catalog') return;
    const { usages } = model;
    const told = new Set<number>();
    for (let usage = 0; usage < usages.count; usage++) {
      const declaration = usages.declarationOf(usage);
      if (declaration === none) {
        tell(undeclared(model, usage));
      } else if (!told.has(declaration) && hasNoDefault(model, declaration)) {
        told.add(declaration);
        tell(withoutDefault(model, declaration, usage));
      }
    }
  },
};

function hasNoDefault({ parameters, elements }: Model, declaration: number): boolean {
  const value = parameters.attributeOf(declaration, 'value');
  return value !== none && elements.valueStart(value) === elements.valueEnd(value);
}

function undeclared(model: Model, usage: number): Found {
  const { usages, elements, texts, parameters } = model;
  const name = texts.interner.text(usages.names[usage] ?? 0);
  const element = elements.elementOf(usages.attributes[usage] ?? 0);
  const visible = [...parameters.visibleFrom(element)].map((at) => parameters.nameOf(at));
  const close = nearest(name, visible);
  const declare = `Declare it there, with a default value; scenarios that use the entry can then assign another.`;
  const isText = usages.kindOf(usage) === 'text';
  return {
    code: isText ? 'undeclared-in-text' : 'undeclared',
    ...(isText ? { severity: 'info' as const } : {}),
    at: [usages.starts[usage] ?? 0, usages.ends[usage] ?? 0],
    message: `The parameter ${quoted(name)} is not declared in the catalog entry that uses it.`,
    help: close === null ? declare : `Did you mean ${quoted(close)}?`,
  };
}

function withoutDefault(model: Model, declaration: number, usage: number): Found {
  const { parameters, texts, usages } = model;
  const name = quoted(parameters.nameOf(declaration));
  const owner = scopeWords(model, parameters.ownerOf(parameters.scopeOf(declaration)));
  return {
    code: 'no-default',
    ...(parameters.typeOf(declaration) === 'string' ? { severity: 'warning' as const } : {}),
    at: texts.tagRange(parameters.elements[declaration] ?? 0),
    message: `The parameter ${name} of ${owner} has no default value.`,
    help: 'Give it a value that holds where a scenario assigns none.',
    related: [
      {
        at: [usages.starts[usage] ?? 0, usages.ends[usage] ?? 0],
        message: 'the parameter is used here',
      },
    ],
  };
}
