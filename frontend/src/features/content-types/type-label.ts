/** What a type is called: as its site names it, or by its name when that shows nothing. */
export const typeLabel = (name: string, label: string): string => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(label) ? label : name);
