import type { Span } from '../../../findings/finding';
import { none } from '../../../tree/tree';
import { laneFlag, roadFlag, sectionFlag, type Columns } from './layout';
import { spanOf } from './places';

/** A stretch of a road by its s-coordinates, in metres; the end is exclusive but at the road's end. */
export interface Stretch {
  from: number;
  to: number;
}

/** How far a road reaches to its sides, as t-coordinates in metres. */
export interface Breadth {
  right: number;
  left: number;
}

/**
 * The lanes of a road network's roads. Lanes are asked for by their road's number and the id that they
 * have there: positive on the left, negative on the right, 0 in the centre.
 */
export class Lanes {
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** Whether what is said of the road's lanes is complete and certain. */
  known(road: number): boolean {
    return ((this.#columns.roadFlags[road] ?? 0) & roadFlag.vague) === 0;
  }

  /** Number of the road's lane sections. */
  sections(road: number): number {
    const { roadSections } = this.#columns;
    return (roadSections[road + 1] ?? 0) - (roadSections[road] ?? 0);
  }

  /** Ids of the lanes that the road has anywhere, from left to right. */
  ids(road: number): number[] {
    const { roadSections, sectionLanes, laneId } = this.#columns;
    const from = sectionLanes[roadSections[road] ?? 0];
    const to = sectionLanes[roadSections[road + 1] ?? 0];
    return leftToRight(laneId.subarray(from, to));
  }

  /** Ids of the lanes at an s-coordinate, from left to right. */
  idsAt(road: number, s: number): number[] {
    return leftToRight(this.ids(road).filter((id) => this.at(road, s, id) !== none));
  }

  /** The lane with an id at an s-coordinate. */
  at(road: number, s: number, id: number): number {
    const section = this.#sectionAt(road, s, id);
    return section === none ? none : this.#laneIn(section, id);
  }

  /** Where the lane begins in the document. */
  place(lane: number): Span {
    const { laneByte, laneLine, laneColumn } = this.#columns;
    return spanOf('lane', laneByte[lane], laneLine[lane], laneColumn[lane]);
  }

  /** Where along the road there is a lane with this id; stretches that touch are one. */
  stretchesOf(road: number, id: number): Stretch[] {
    const { roadSections, sectionStart } = this.#columns;
    const stretches: Stretch[] = [];
    const to = roadSections[road + 1] ?? 0;
    let open: Stretch | null = null;
    for (let section = roadSections[road] ?? 0; section < to; section++) {
      if (!this.#concerns(section, id)) continue;
      const start = sectionStart[section] ?? NaN;
      if (this.#laneIn(section, id) === none) {
        if (open) open.to = start;
        open = null;
      } else if (!open) {
        open = { from: start, to: this.#columns.roadLength[road] ?? NaN };
        stretches.push(open);
      }
    }
    return stretches;
  }

  /** Width of a lane at an s-coordinate; NaN where there is no such lane, or it is not known. */
  widthAt(road: number, s: number, id: number): number {
    const section = this.#sectionAt(road, s, id);
    const lane = section === none ? none : this.#laneIn(section, id);
    if (lane === none) return NaN;
    if (id === 0) return 0;
    if (!this.#isBordered(lane)) return this.#curveAt(lane, s - this.#startOf(section));
    const outer = Math.abs(id);
    return Math.abs(this.#outerEdge(road, s, id, outer) - this.#outerEdge(road, s, id, outer - 1));
  }

  /** How far the lanes reach at an s-coordinate; NaN where that is not known. */
  breadthAt(road: number, s: number): Breadth {
    return {
      right: this.#outerEdge(road, s, -1, Infinity),
      left: this.#outerEdge(road, s, 1, Infinity),
    };
  }

  /** Whether a section says something of a lane: one of a single side is silent on the others. */
  #concerns(section: number, lane: number): boolean {
    const flags = this.#columns.sectionFlags[section] ?? 0;
    if ((flags & sectionFlag.singleSide) === 0) return true;
    if (lane === 0) return this.#laneIn(section, 0) !== none;
    return (flags & (lane > 0 ? sectionFlag.left : sectionFlag.right)) !== 0;
  }

  /** The section that tells of a lane at an s-coordinate: the last one that begins there or before. */
  #sectionAt(road: number, s: number, lane: number): number {
    const { roadSections } = this.#columns;
    const to = roadSections[road + 1] ?? 0;
    let found = none;
    for (let section = roadSections[road] ?? 0; section < to; section++) {
      if (this.#startOf(section) <= s && this.#concerns(section, lane)) found = section;
    }
    return found;
  }

  #laneIn(section: number, id: number): number {
    const { sectionLanes, laneId } = this.#columns;
    const to = sectionLanes[section + 1] ?? 0;
    for (let lane = sectionLanes[section] ?? 0; lane < to; lane++) {
      if (laneId[lane] === id) return lane;
    }
    return none;
  }

  #startOf(section: number): number {
    return this.#columns.sectionStart[section] ?? NaN;
  }

  #isBordered(lane: number): boolean {
    return ((this.#columns.laneFlags[lane] ?? 0) & laneFlag.borders) !== 0;
  }

  /** Number of a section's lanes on the side of a sign. */
  #lanesBeside(section: number, sign: number): number {
    const { sectionLanes, laneId } = this.#columns;
    const lanes = laneId.subarray(sectionLanes[section], sectionLanes[section + 1]);
    return lanes.reduce((count, id) => count + (Math.sign(id) === sign ? 1 : 0), 0);
  }

  /**
   * T-coordinate of the outer edge of the lane that is the `count`th from the centre lane (Infinity:
   * of the last one), on the side that a lane id stands for. NaN where lanes are left out between.
   */
  #outerEdge(road: number, s: number, side: number, count: number): number {
    const sign = Math.sign(side);
    const centre = this.#centreAt(road, s);
    const section = this.#sectionAt(road, s, sign);
    if (section === none) return NaN;
    const ds = s - this.#startOf(section);
    let edge = centre;
    const last = count === Infinity ? this.#lanesBeside(section, sign) : count;
    for (let step = 1; step <= last; step++) {
      const lane = this.#laneIn(section, sign * step);
      if (lane === none) return NaN;
      const value = this.#curveAt(lane, ds);
      edge = this.#isBordered(lane) ? borderAt(value, sign, centre) : edge + sign * value;
    }
    return edge;
  }

  /** T-coordinate of the centre lane. */
  #centreAt(road: number, s: number): number {
    const { roadOffsets, offsetStart, offsetA, offsetB, offsetC, offsetD } = this.#columns;
    const at = lastFrom(offsetStart, roadOffsets[road] ?? 0, roadOffsets[road + 1] ?? 0, s);
    if (at === none) return 0;
    const ds = s - (offsetStart[at] ?? NaN);
    return polynomial(ds, offsetA[at], offsetB[at], offsetC[at], offsetD[at]);
  }

  /** Width or border of a lane, so far behind where its section begins. */
  #curveAt(lane: number, ds: number): number {
    const { laneWidths, widthStart, widthA, widthB, widthC, widthD } = this.#columns;
    const at = lastFrom(widthStart, laneWidths[lane] ?? 0, laneWidths[lane + 1] ?? 0, ds);
    if (at === none) return NaN;
    return polynomial(ds - (widthStart[at] ?? NaN), widthA[at], widthB[at], widthC[at], widthD[at]);
  }
}

/** Lane ids descend from left to right (OpenDRIVE 1.8, 11.2). */
function leftToRight(ids: Iterable<number>): number[] {
  return [...new Set(ids)].sort((a, b) => b - a);
}

/** The last of the curves `[from, to)` that begins at `s` or before, whatever their order. */
function lastFrom(starts: Float64Array, from: number, to: number, s: number): number {
  let found = none;
  let best = -Infinity;
  for (let at = from; at < to; at++) {
    const start = starts[at] ?? NaN;
    if (start <= s && start >= best) [found, best] = [at, start];
  }
  return found;
}

/** A third-order polynomial, as lane offsets, widths and borders have it (OpenDRIVE 1.8, 11.4 and 11.6). */
function polynomial(ds: number, a = NaN, b = NaN, c = NaN, d = NaN): number {
  return a + ds * (b + ds * (c + ds * d));
}

/**
 * T-coordinate of a `<border>`. Whether it is counted from the centre lane or the reference line, and
 * whether right borders are negative, is read differently; only what all agree on is taken.
 */
function borderAt(value: number, sign: number, centre: number): number {
  return centre === 0 && value * sign >= 0 ? value : NaN;
}
