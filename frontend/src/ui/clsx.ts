/** The names of classes that apply. */
export const clsx = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
