import { joined, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { nounOf } from '../../model/storyboard';
import { Waits, type Wait } from '../../model/waits';
import type { DocumentRule } from '../kinds';
import type { Tell } from '../../../../rules/rule';

/** What starts after something else can start. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.waits_can_end',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'No act and no event waits for itself, for what it is a part of, or in a circle',
  explanation: {
    asks: 'A start trigger may wait for another element of the storyboard. Where every way to fulfil it leads back to the element itself, it is never started: it waits for its own start, for the end of the maneuver, group, act or story that it is a part of and that therefore cannot end before it, or for others that wait for it.',
    source:
      'ASAM OpenSCENARIO XML, section on the states of storyboard elements: an element ends when all that is in it has ended',
    example: {
      wrong:
        '<Event name="Brake" …>…\n<StoryboardElementStateCondition storyboardElementRef="Brake"\n  storyboardElementType="event" state="completeState"/>',
      right:
        '<Event name="Brake" …>…\n<StoryboardElementStateCondition storyboardElementRef="Accelerate"\n  storyboardElementType="event" state="completeState"/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    // Whether a catalog's maneuver can start is for the scenario to say.
    if (model.kind !== 'scenario') return;
    if (model.elements.named('StoryboardElementStateCondition').length === 0) return;
    const waits = new Waits(model);
    const stuck = [...waits.dependent].filter((number) => {
      const around = model.storyboard.around(number);
      return !waits.canStart(number) && (around === none || waits.canStart(around));
    });
    const told = new Set<number>();
    for (const number of stuck) if (tellOwn(model, waits, number, tell)) told.add(number);
    tellCircles(model, waits, stuck, told, tell);
  },
};

/** Tells of conditions that an element itself stands in the way of; false where there are none. */
function tellOwn(model: Model, waits: Waits, number: number, tell: Tell): boolean {
  const { storyboard, texts } = model;
  let any = false;
  for (const wait of waits.groupsOf(number).flat()) {
    const itself = waits.isWithin(wait.target, number);
    if (!itself && !waits.isForItsOwnEnd(wait)) continue;
    if (waits.canStart(wait.target) && itself) continue;
    any = true;
    const kind = nounOf(storyboard.typeOf(number));
    const noun = `The ${kind} ${quoted(storyboard.nameOf(number))}`;
    const other = `the ${nounOf(storyboard.typeOf(wait.target))} ${quoted(storyboard.nameOf(wait.target))}`;
    tell({
      code: itself ? 'waits-for-itself' : 'waits-for-its-own-end',
      at: texts.valueRange(wait.reference),
      message: itself
        ? wait.target === number
          ? `${noun} waits for itself, so it is never started.`
          : `${noun} waits for ${other}, which is a part of it, so the ${kind} is never started.`
        : `${noun} waits for the end of ${other}, which cannot end before the ${kind} has, so the ${kind} is never started.`,
      help: 'Wait for something else, or give the trigger another group of conditions.',
    });
  }
  return any;
}

/** Tells of each circle of elements that wait for each other, once. */
function tellCircles(
  model: Model,
  waits: Waits,
  stuck: readonly number[],
  told: Set<number>,
  tell: Tell,
): void {
  const { storyboard, texts } = model;
  for (const start of stuck) {
    const path: Wait[] = [];
    for (let at = start; !told.has(at);) {
      told.add(at);
      const wait = blockingWait(waits, at);
      if (!wait) break;
      path.push(wait);
      const next = ownerOf(waits, stuck, wait.target);
      const from = path.findIndex(({ owner }) => owner === next);
      if (from >= 0) {
        const circle = path.slice(from);
        const names = circle.map(({ owner }) => quoted(storyboard.nameOf(owner)));
        const [first, ...others] = circle;
        if (!first) break;
        tell({
          code: 'wait-in-a-circle',
          at: texts.valueRange(first.reference),
          message: `${joined(names, 'and')} wait for each other, so none of them is ever started.`,
          help: 'Let one of them wait for something else.',
          related: others.map(({ owner, reference }) => ({
            message: `${quoted(storyboard.nameOf(owner))} waits here`,
            at: texts.valueRange(reference),
          })),
        });
        break;
      }
      if (next === none) break;
      at = next;
    }
  }
}

/** The first condition of an element's trigger that waits for what cannot be started. */
function blockingWait(waits: Waits, number: number): Wait | undefined {
  return waits
    .groupsOf(number)
    .flat()
    .find(({ target }) => !waits.canStart(target));
}

/** The element whose own trigger keeps another one from being started, or `none`. */
function ownerOf(waits: Waits, stuck: readonly number[], number: number): number {
  return stuck.find((each) => waits.isWithin(number, each)) ?? none;
}
