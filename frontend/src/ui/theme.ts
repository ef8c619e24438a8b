import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const SYSTEM_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";

/** Mantine's theme where ours differs: an accent that white text can be read on, system fonts, two weights, the sizes of the design. */
export const theme = createTheme({
  primaryShade: { light: 8, dark: 8 },
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'sm',
  components: { Text: { defaultProps: { size: 'sm' } }, Anchor: { defaultProps: { inherit: true } } },
  respectReducedMotion: true,
});

/**
 * Colours of Mantine that cannot be read well enough (WCAG 2.2, 1.4.3 and 1.4.11), and those of states. The browser tests check the
 * screens with them, in light and in dark.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-anchor': 'var(--mantine-color-blue-8)',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--igny8-control': 'var(--mantine-color-gray-6)',
    '--igny8-ring': 'var(--mantine-color-blue-8)',
    '--igny8-good': 'var(--mantine-color-green-9)',
    '--igny8-act': 'var(--mantine-color-orange-9)',
    '--igny8-failed': 'var(--mantine-color-red-9)',
    '--igny8-off': 'var(--mantine-color-gray-6)',
    '--igny8-line': 'var(--mantine-color-gray-3)',
    '--igny8-raised': 'var(--mantine-color-gray-0)',
  },
  dark: {
    '--mantine-color-anchor': 'var(--mantine-color-blue-4)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--igny8-control': 'var(--mantine-color-dark-2)',
    '--igny8-ring': 'var(--mantine-color-blue-4)',
    '--igny8-good': 'var(--mantine-color-green-4)',
    '--igny8-act': 'var(--mantine-color-orange-4)',
    '--igny8-failed': 'var(--mantine-color-red-4)',
    '--igny8-off': 'var(--mantine-color-dark-2)',
    '--igny8-line': 'var(--mantine-color-dark-4)',
    '--igny8-raised': 'var(--mantine-color-dark-6)',
  },
});
