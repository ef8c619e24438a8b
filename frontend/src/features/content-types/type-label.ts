/** Some letters and symbols are drawn as nothing, such as the Hangul filler and the blank of Braille. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** What a type is called: as its site names it, or by its name when that shows nothing. */
export const typeLabel = (name: string, label: string): string => (VISIBLE.test(label) ? label : name);
