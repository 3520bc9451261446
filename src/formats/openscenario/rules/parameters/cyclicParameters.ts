import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** No parameter's value depends on itself. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:parameters.cyclic_parameters',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'No parameter has a value that depends on itself',
  explanation: {
    asks: 'A parameter may be declared with the value of another one. Where that leads back to the first, none of them has a value.',
    source: 'Follows from ASAM OpenSCENARIO XML, section 9.1: a parameter has one value',
    example: {
      wrong:
        '<ParameterDeclaration name="a" parameterType="double" value="$b"/>\n<ParameterDeclaration name="b" parameterType="double" value="$a"/>',
      right:
        '<ParameterDeclaration name="a" parameterType="double" value="10"/>\n<ParameterDeclaration name="b" parameterType="double" value="$a"/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { parameters, texts } = model;
    for (const cycle of cyclesOf(dependencies(model))) {
      const [first = none] = cycle;
      const chain = [...cycle, first].map((at) => quoted(parameters.nameOf(at))).join(' → ');
      const values = cycle.map((at) => parameters.attributeOf(at, 'value'));
      const [value = none, ...others] = values;
      tell({
        code: 'cyclic-parameter',
        at: texts.valueRange(value),
        message: `The value of the parameter ${quoted(parameters.nameOf(first))} depends on itself: ${chain}.`,
        help: 'Give one of them a value of its own.',
        related: others.map((at) => ({
          at: texts.valueRange(at),
          message: 'the chain goes on here',
        })),
      });
    }
  },
};

/** Of each declaration whose value names parameters, their declarations. */
function dependencies({ parameters, usages, elements }: Model): Map<number, number[]> {
  const edges = new Map<number, number[]>();
  if (parameters.count === 0) return edges;
  for (let usage = 0; usage < usages.count; usage++) {
    const element = elements.elementOf(usages.attributes[usage] ?? 0);
    const declaring = parameters.around(element);
    // Bounds within a declaration may name any parameter: only its own value makes it depend.
    if (declaring === none || parameters.elements[declaring] !== element) continue;
    const named = usages.declarationOf(usage);
    if (named !== none) edges.set(declaring, [...(edges.get(declaring) ?? []), named]);
  }
  return edges;
}

/** The cycles in a graph, each once, from its first member on. */
function cyclesOf(edges: ReadonlyMap<number, readonly number[]>): number[][] {
  const cycles: number[][] = [];
  const done = new Set<number>();
  for (const start of edges.keys()) {
    // Depth first, without recursion: chains may be as long as the file is.
    const path = [start];
    const onPath = new Set(path);
    const next = [0];
    while (path.length > 0) {
      const at = path.at(-1) ?? none;
      const step = next.at(-1) ?? 0;
      const to = done.has(at) ? undefined : edges.get(at)?.[step];
      if (to === undefined) {
        done.add(at);
        onPath.delete(at);
        path.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = step + 1;
      if (onPath.has(to)) {
        cycles.push(fromLeast(path.slice(path.indexOf(to))));
      } else if (!done.has(to)) {
        path.push(to);
        onPath.add(to);
        next.push(0);
      }
    }
  }
  return cycles;
}

function fromLeast(cycle: readonly number[]): number[] {
  const least = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}
