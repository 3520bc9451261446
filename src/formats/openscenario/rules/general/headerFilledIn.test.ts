import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './headerFilledIn';

const licensed = (license: string) =>
  scenario().replace(/(<FileHeader[^>]*)\/>/, `$1>${license}</FileHeader>`);

testRule(rule, [
  { name: 'all there', text: licensed('<License name="MIT" spdxId="MIT"/>') },
  { name: 'a text for a licence', text: licensed('<License name="own">Do as you like.</License>') },
  {
    name: 'nothing there, in version 1.0',
    text: scenario({ version: '1.0' })
      .replace('author="test"', 'author="«»"')
      .replace('description="a test"', 'description="« »"'),
    says: ['The header has no description.', 'The header has no author.'],
  },
  {
    name: 'the name of a licence',
    text: licensed('«<License name="own"/>»'),
    says: ['The licence `own` has neither a text nor a place where to find it.'],
  },
]);
