import { theme as antTheme, type ThemeConfig } from 'antd';

export type Appearance = 'light' | 'dark' | 'system';

/** Says on the page which appearance is wanted, so that the tokens change. */
export function wearAppearance(appearance: Appearance): void {
  document.documentElement.dataset.theme = appearance;
}

/** Whether the page is dark now. */
export function isDark(appearance: Appearance): boolean {
  return appearance === 'dark' || (appearance === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/**
 * Ant Design in the colours of tokens.css. The library mixes shades from real values, so the tokens are read from the page
 * as they stand after `wearAppearance`.
 */
export function officeTheme(appearance: Appearance): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const dark = isDark(appearance);
  return {
    algorithm: dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: token('action'),
      colorPrimaryHover: token('action-hover'),
      colorPrimaryActive: token('action-hover'),
      colorLink: token('action'),
      colorLinkHover: token('action-hover'),
      colorLinkActive: token('action-hover'),
      colorInfo: token('action'),
      colorSuccess: token('good'),
      colorWarning: token('wait'),
      colorError: token('bad'),
      colorErrorBg: token('bad-soft'),
      colorErrorBorder: token('bad'),
      colorWarningBg: token('wait-soft'),
      colorWarningBorder: token('wait'),
      colorSuccessBg: token('good-soft'),
      colorInfoBg: token('action-soft'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-soft'),
      colorTextTertiary: token('ink-soft'),
      colorTextDescription: token('ink-soft'),
      colorTextPlaceholder: token('ink-soft'),
      colorTextDisabled: token('ink-soft'),
      colorBgContainer: token('paper'),
      colorBgElevated: token('paper'),
      colorBgLayout: token('ground'),
      colorBorder: token('line-strong'),
      colorBorderSecondary: token('line'),
      colorTextLightSolid: token('on-action'),
      fontFamily: token('font'),
      fontSize: 14,
      controlHeight: 32,
      borderRadius: 6,
      motion: false,
    },
    components: {
      Button: { primaryColor: token('on-action'), primaryShadow: 'none', defaultShadow: 'none' },
      Table: { headerBg: token('sunk'), headerColor: token('ink'), cellPaddingBlockSM: 5, cellPaddingInlineSM: 8 },
      Layout: { bodyBg: token('ground'), siderBg: token('paper'), headerBg: token('paper') },
      Menu: {
        itemBg: 'transparent',
        itemSelectedBg: token('action-soft'),
        itemSelectedColor: token('action'),
        itemColor: token('ink'),
      },
      Tabs: { itemColor: token('ink-soft'), itemSelectedColor: token('action') },
    },
  };
}
