import { uniquePath } from '../../intake/paths';
import { textLimit } from './limits';
import { shortText } from './linkable';

/** UTF-16 units of a path; what tells two of a name apart fits behind it. */
const pathLimit = textLimit - 20;

/**
 * Gives paths as a link tells them: whole, or as names of files alone. Two files of one name are then
 * told apart by a number.
 */
export function pathNamer(folders: boolean): (path: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (path) => {
    let name = given.get(path);
    if (name === undefined) {
      const wanted = folders ? path : path.slice(path.lastIndexOf('/') + 1);
      name = uniquePath(shortText(wanted, pathLimit), (other) => taken.has(other));
      taken.add(name);
      given.set(path, name);
    }
    return name;
  };
}
