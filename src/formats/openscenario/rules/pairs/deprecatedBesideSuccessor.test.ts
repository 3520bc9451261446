import { scenario, trigger } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './deprecatedBesideSuccessor';

const headway = (attributes: string) =>
  trigger(
    'StopTrigger',
    `<Condition name="near" delay="0" conditionEdge="none"><ByEntityCondition><TriggeringEntities triggeringEntitiesRule="any"><EntityRef entityRef="Ego"/></TriggeringEntities><EntityCondition><TimeHeadwayCondition entityRef="Target" value="2" freespace="true" rule="lessThan" ${attributes}/></EntityCondition></ByEntityCondition></Condition>`,
  );

const sun = (attributes: string) =>
  `<GlobalAction><EnvironmentAction><Environment name="sky"><Weather><Sun azimuth="0" elevation="1" ${attributes}/></Weather></Environment></EnvironmentAction></GlobalAction>`;

testRule(rule, [
  { name: 'the successor', text: scenario({ init: sun('illuminance="1"') }) },
  {
    name: 'before there was one',
    text: scenario({ version: '1.0', stop: headway('alongRoute="true"') }),
  },
  {
    name: 'what is deprecated alone',
    misshapen: true,
    text: scenario({ init: sun('intensity="1"') }),
  },
  {
    name: 'both',
    misshapen: true,
    text: scenario({ init: sun('intensity="«1»" illuminance="1"') }),
    codes: ['deprecated-beside-successor'],
    says: [
      '`Sun` has `illuminance` and also `intensity`, which is deprecated: which of them counts is left open.',
    ],
    helps: ['Leave `intensity` out.'],
  },
  {
    name: 'several successors, from 1.1 on',
    misshapen: true,
    text: scenario({
      version: '1.1',
      stop: headway('alongRoute="«true»" coordinateSystem="road" relativeDistanceType="lateral"'),
    }),
    says: ['has `coordinateSystem` and `relativeDistanceType` and also `alongRoute`'],
  },
]);
