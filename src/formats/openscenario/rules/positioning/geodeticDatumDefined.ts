import type { ProjectRule } from '../kinds';

/** Geodetic positions need a road network that says where on Earth it lies. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.1.0:positioning.geodetic_datum_defined',
  level: 'project',
  severity: 'error',
  since: '1.1',
  meaning: 'A road network for geodetic positions has a geoReference',
  explanation: {
    asks: 'A GeoPosition is given by latitude and longitude. Where that is in the coordinates of the road network follows from the projection in its geoReference; without it such a position can be anywhere.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, geodetic_datum_defined; ASAM OpenDRIVE 1.8, header and geoReference',
    example: {
      wrong: '<OpenDRIVE>\n  <header revMajor="1" revMinor="6"/>',
      right:
        '<OpenDRIVE>\n  <header revMajor="1" revMinor="6">\n    <geoReference>+proj=utm +zone=32 +datum=WGS84</geoReference>',
    },
  },
  cost: 'cheap',

  check({ roads, model }, tell) {
    if (!roads || roads.network.partial || roads.network.geoReference) return;
    const [first, ...others] = model.elements.named('GeoPosition');
    if (first === undefined) return;
    tell({
      code: 'no-geo-reference',
      at: model.texts.nameRange(first),
      message: `The place of a \`GeoPosition\` is not known: the road network has no \`geoReference\`${others.length === 0 ? '' : ` (for this one and ${others.length} more)`}.`,
      help: 'Add a `geoReference` to the header of the road network, or give the position by other coordinates.',
    });
  },
};
