// Generated from codegen/src/reference; do not edit in docs/api. A button on each piece of code copies it.
const told = document.createElement('div');
told.className = 'told';
told.setAttribute('role', 'status');
document.body.append(told);

for (const pre of document.querySelectorAll('pre')) {
  const button = document.createElement('button');
  const name = pre.getAttribute('aria-label') ?? 'code';
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy the ${name}`);
  const tell = (word) => {
    button.textContent = word;
    told.textContent = `${word}: the ${name}`;
  };
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(pre.textContent);
      tell('Copied');
    } catch {
      // Without HTTPS there is no clipboard to write to: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(pre);
      tell('Selected');
    }
    setTimeout(() => {
      button.textContent = 'Copy';
      told.textContent = '';
    }, 2_000);
  });
  const box = document.createElement('div');
  box.className = 'code';
  pre.replaceWith(box);
  box.append(button, pre);
}
