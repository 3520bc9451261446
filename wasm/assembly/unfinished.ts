import { Code } from './codes';
import { unfinishedAttribute } from './content';
import { copyTagPlaces, depth, frameAt, isOutside } from './frames';
import { addIssue, issuePlace } from './issues';
import { placeSize } from './places';
import { Phase, phase } from './prolog';
import { Section, section, sectionPlace } from './sections';
import { cursor, limit, window, windowOffset } from './window';

/** Reports what was left open at the document's end; false when nothing was. */
export function unfinished(): bool {
  const end = windowOffset + <u32>(limit - window);
  const at = windowOffset + <u32>(cursor - window);
  if (section != Section.none) {
    const code =
      section == Section.comment
        ? Code.unfinishedComment
        : section == Section.cdata
          ? Code.unfinishedCdata
          : Code.unfinishedPi;
    const issue = addIssue(code, end, end);
    memory.copy(issuePlace(issue, 2), sectionPlace, placeSize);
    memory.copy(issuePlace(issue, 3), sectionPlace, placeSize);
    return true;
  }
  if (cursor < limit) {
    addIssue(
      constructAt(cursor),
      at,
      end,
      depth > 0 ? load<u32>(frameAt(depth)) : 0,
      unfinishedAttribute,
    );
    return true;
  }
  if (depth > 0) {
    const frame = frameAt(depth);
    if (isOutside(frame)) return false;
    const issue = addIssue(Code.unclosedElement, end, end, load<u32>(frame));
    copyTagPlaces(frame, issuePlace(issue, 2), issuePlace(issue, 3));
    return true;
  }
  if (phase == Phase.epilog) return false;
  addIssue(end == 0 ? Code.emptyDocument : Code.noRootElement, end, end);
  return true;
}

/** What the construct is that begins at an address and never ends. */
function constructAt(p: usize): Code {
  const c = load<u8>(p);
  if (c == 0x26) return Code.unfinishedReference;
  if (c != 0x3c || p + 1 >= limit) return Code.unfinishedStartTag;
  const d = load<u8>(p, 1);
  if (d == 0x2f) return Code.unfinishedEndTag;
  if (d == 0x3f) return phase == Phase.start ? Code.unfinishedDeclaration : Code.unfinishedPi;
  if (d != 0x21) return Code.unfinishedStartTag;
  const e = p + 2 < limit ? load<u8>(p, 2) : <u8>0;
  return e == 0x44
    ? Code.unfinishedDoctype
    : e == 0x5b
      ? Code.unfinishedCdata
      : Code.unfinishedComment;
}
