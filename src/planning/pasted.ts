/** White space, and what cannot be seen: zero-width characters, marks of direction, soft hyphens. */
const AROUND = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]+|[\p{White_Space}\p{Default_Ignorable_Code_Point}]+$/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;

/** Without what a mail or a web page leaves around a text that is copied from it. */
export function trimPasted(text: string): string {
  return text.replace(AROUND, '');
}

/** What may be meant by a pasted text: the text itself, trimmed, and without what a page puts in so that long words can break. */
export function spellingsOf(text: string): readonly string[] {
  const trimmed = trimPasted(text);
  return [...new Set([text, trimmed, trimmed.replace(UNSEEN, '')])].filter((spelling) => spelling !== '');
}
