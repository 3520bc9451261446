/*
 * Rule UIDs as ASAM's quality checkers have them: `<entity>:<standard>:<version>:<set>.<name>`.
 *
 * What ASAM's framework and its Python library (qc-baselib) accept is narrower than what is a rule's id
 * here: the entity has at least one dot in it, the standard lower-case letters, the version digits and
 * dots with at least one of these, and each part of the name begins with a lower-case letter, followed
 * by letters, digits and underscores.
 */

/** What both of ASAM's readers accept. */
const accepted = /^\w+(?:\.\w+)+:[a-z]+:\d+(?:\.\d+)+:(?:[a-z]\w*\.)*[a-z]\w*$/;

/**
 * Names rules of this project's own where a UID is asked for: the entity has to look like a domain, and
 * this one is nobody's, since there is no top-level domain of that name.
 */
export const ownEntity = 'scrutineer.rules';

/**
 * A rule's id as a UID. Ids that are one stay as they are; in others, what is not accepted is replaced:
 * `scrutineer:intake:1.0.0:file.not-found` becomes `scrutineer.rules:intake:1.0.0:file.not_found`,
 * and an id without such parts, as other tools have, `scrutineer.rules:other:1.0.0:<id>`. Two ids may
 * become the same UID: whoever needs the id itself has to write it beside.
 */
export function ruleUid(id: string): string {
  if (accepted.test(id)) return id;
  const [entity = '', standard = '', version = '', ...rest] = id.split(':');
  const isOwn = entity === 'scrutineer' || /^\w+(?:\.\w+)+$/.test(entity);
  if (rest.length === 0 || !isOwn) return `${ownEntity}:other:1.0.0:${wordOf(id)}`;
  const name = rest.join('.').split('.').map(wordOf).join('.');
  return [
    entity === 'scrutineer' ? ownEntity : entity,
    standard.toLowerCase().replace(/[^a-z]/g, '') || 'other',
    /^\d+(?:\.\d+)+$/.test(version) ? version : '1.0.0',
    name,
  ].join(':');
}

/** A text as one word of ASCII letters, digits and underscores that begins with a lower-case letter. */
function wordOf(text: string): string {
  const word = text
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .join('_');
  const lower = word.charAt(0).toLowerCase() + word.slice(1);
  if (/^[a-z]/.test(lower)) return lower;
  return word === '' ? 'rule' : `rule_${word}`;
}
