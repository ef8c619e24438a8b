/** What stands in a field of a form that is sent. It is read there, and not kept beside, so that what was typed before the page's script ran counts too. */
export function formText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** Writes into a field what came of it: an address as it was saved. */
export function setFormText(form: HTMLFormElement, name: string, text: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = text;
}
