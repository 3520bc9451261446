import { privately, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './nonNegativeTransitionTimeInLightStateAction';

const light = (time: string) =>
  privately(
    'Ego',
    `<AppearanceAction><LightStateAction${time}><LightType><VehicleLight vehicleLightType="lowBeam"/></LightType><LightState mode="on"/></LightStateAction></AppearanceAction>`,
  );

const parameter = '<ParameterDeclaration name="time" parameterType="double" value="-1"/>';

testRule(rule, [
  {
    name: 'at once, in a while, or as the simulator likes',
    text: scenario({
      init: light(' transitionTime="0"') + light(' transitionTime="1.5"') + light(''),
    }),
  },
  {
    name: 'before it began',
    text: scenario({ init: light(' transitionTime="«-0.5»"') }),
    codes: ['out-of-range'],
    says: ['`transitionTime` of `LightStateAction` is -0.5 s, but has to be 0 or more.'],
  },
  {
    name: 'a parameter',
    text: scenario({ parameters: parameter, init: light(' transitionTime="«$time»"') }),
  },
  {
    name: 'in version 1.2, where a light action needs an animation beside it',
    version: '1.2',
    misshapen: true,
    text: scenario({ version: '1.2', init: light(' transitionTime="«-1»"') }),
  },
]);
