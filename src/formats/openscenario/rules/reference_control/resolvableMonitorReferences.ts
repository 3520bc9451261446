import { nearest } from '../../../../schema/nearest';
import { quoted } from '../../../../schema/words';
import { nameIdOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** Every monitor that is set is declared. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.3.0:reference_control.resolvable_monitor_reference',
  level: 'semantics',
  severity: 'error',
  since: '1.3',
  meaning: 'Every monitorRef names a monitor that MonitorDeclarations declares',
  explanation: {
    asks: 'SetMonitorAction sets a monitor that MonitorDeclarations declares, by its name, letter for letter.',
    source: 'ASAM OpenSCENARIO XML 1.3, class reference of SetMonitorAction@monitorRef',
    example: {
      wrong:
        '<MonitorDeclaration name="collided" …/>…\n<SetMonitorAction monitorRef="collision" …/>',
      right:
        '<MonitorDeclaration name="collided" …/>…\n<SetMonitorAction monitorRef="collided" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    // What a catalog's maneuver refers to is declared in the scenarios that use it.
    if (model.kind !== 'scenario') return;
    const references = elements.attributesNamed('monitorRef');
    if (references.length === 0) return;
    const declared = Array.from(elements.named('MonitorDeclaration'), (each) =>
      nameIdOf(model, elements.attributeOf(each, 'name')),
    );
    if (declared.includes(0)) return;
    for (const attribute of references) {
      const name = nameIdOf(model, attribute);
      if (name === 0 || declared.includes(name)) continue;
      const text = texts.interner.text(name);
      const close = nearest(
        text,
        declared.map((id) => texts.interner.text(id)),
      );
      tell({
        code: 'unknown-monitor',
        at: texts.valueRange(attribute),
        message: `There is no monitor ${quoted(text)} in \`MonitorDeclarations\`.`,
        help:
          close === null
            ? 'Declare it as a `MonitorDeclaration` of the scenario.'
            : `Did you mean ${quoted(close)}?`,
      });
    }
  },
};
