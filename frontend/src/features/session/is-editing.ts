/** What marks a field that is open for as long as somebody edits it. */
export const EDITING = { 'data-editing': true } as const;

/** Whether leaving the page would throw away what somebody is typing: in an open field, in a dialog, or in a form that differs. */
export function isEditing(): boolean {
  if (document.querySelector('[data-editing], [role=dialog] form') !== null) return true;
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('form :is(input, textarea)');
  return [...fields].some(({ value, defaultValue }) => value !== defaultValue);
}
