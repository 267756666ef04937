/** Of a class of characters: scripts that set no blank where a word ends, with their marks. One of them beside a name is none of it. */
export const UNSPACED = ['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((script) => `\\p{scx=${script}}`).join('');
