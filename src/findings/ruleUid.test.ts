import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleUid } from './ruleUid';

test.each([
  ['asam.net:xosc:1.0.0:xml.valid_schema', 'asam.net:xosc:1.0.0:xml.valid_schema'],
  ['scrutineer:xosc:1.1.0:xml.not_deprecated', 'scrutineer.rules:xosc:1.1.0:xml.not_deprecated'],
  ['scrutineer:intake:1.0.0:file.not-found', 'scrutineer.rules:intake:1.0.0:file.not_found'],
  ['scrutineer:xml:1.0.0:well_formed', 'scrutineer.rules:xml:1.0.0:well_formed'],
  ['js/unused-local-variable', 'scrutineer.rules:other:1.0.0:js_unused_local_variable'],
  ['CA1000', 'scrutineer.rules:other:1.0.0:cA1000'],
  ['', 'scrutineer.rules:other:1.0.0:rule'],
])('%s is %s', (id, uid) => {
  expect(ruleUid(id)).toBe(uid);
});

test('any id becomes what both readers accept, and stays so', () => {
  // As qc-baselib 1.0 and qc-framework 1.0 write it.
  const theirs =
    /^((\w+(\.\w+)+)):(([a-z]+)):(([0-9]+(\.[0-9]+)+)):((([a-z][\w_]*)\.)*)([a-z][\w_]*)$/;
  const part = fc.oneof(fc.string(), fc.constantFrom('scrutineer', 'a.b', '1.0.0', 'xml', 'x.y-z'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const uid = ruleUid(parts.join(':'));
      expect(uid).toMatch(theirs);
      expect(ruleUid(uid)).toBe(uid);
    }),
  );
});
