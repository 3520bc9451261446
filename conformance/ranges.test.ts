import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseInterval } from '../src/formats/openscenario/facts/interval';
import { parseRanges } from '../src/formats/openscenario/facts/rangeTable';
import * as tables from '../src/formats/openscenario/facts/ranges';
import { elementsOfType } from '../src/formats/openscenario/testing/schemaParts';

/*
 * The table of ranges against those that were read from the class reference of 1.3: one line for each
 * property, with the range as it is documented there.
 */
const file = fileURLToPath(new URL('../../shared/reference/ranges-1.3.tsv', import.meta.url));
const present = existsSync(file);

if (!present) {
  console.warn(
    [
      '',
      '  ######################################################################',
      '  #  RANGES NOT CHECKED: there is no list of documented ranges to      #',
      '  #  compare the table with. It is expected in ../shared/reference.    #',
      '  ######################################################################',
      '',
    ].join('\n'),
  );
}

/** Properties whose documented range is not in the table as it stands, and why. */
const departures = new Map([
  ['GeoPosition.longitude', 'its range and that of the latitude are swapped in the text'],
  ['ClothoidSpline.timeEnd', 'depends on other times: rule times_increase'],
  ['FollowTrajectoryAction.initialDistanceOffset', 'its upper end has a rule of its own'],
  ['TrajectoryPosition.s', 'its upper end has a rule of its own'],
  ['TrafficSwarmAction.initialSpeedRange', 'is a child: its limits have the range'],
  ['FileHeader.revMajor', 'unsigned by its type'],
  ['FileHeader.revMinor', 'unsigned by its type'],
  ['TrafficAreaAction.numberOfEntities', 'unsigned by its type'],
  ['TrafficSwarmAction.numberOfVehicles', 'unsigned by its type'],
]);

describe.skipIf(!present)('the ranges of the class reference of 1.3', () => {
  const own = new Map(
    Object.values(tables)
      .flatMap(parseRanges)
      .flatMap(({ elements, attribute, interval }) =>
        elements.map((element) => [`${element}@${attribute}`, interval] as const),
      ),
  );
  const documented = (present ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([property = '', range = '']) => range !== '' && !departures.has(property))
    .map(([property = '', range = '']) => [property, normalised(range)] as const)
    .filter(([, range]) => !/^[[\]]-inf\.\.inf[[\]]$/.test(range));

  test('are many', () => {
    expect(documented.length).toBeGreaterThan(100);
  });

  test.each(documented)('%s %s', (property, range) => {
    const [type = '', attribute = ''] = property.split('.');
    const elements = elementsOfType(type);
    expect(elements).not.toEqual([]);
    for (const element of elements) {
      expect(own.get(`${element}@${attribute}`), element).toEqual(parseInterval(range));
    }
  });
});

/** The range in the notation of the table: the text writes π and its separators in several ways. */
function normalised(range: string): string {
  return range
    .replace(/[;,] ?/, '..')
    .replaceAll('PI', 'pi')
    .replace('2*pi', '2pi');
}
