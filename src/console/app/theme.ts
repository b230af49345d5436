import { theme, type ThemeConfig } from 'antd';

/** Fonts that offices in China have; nothing is fetched. */
const FONT_FAMILY = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** The design tokens. Ant Design turns them into custom properties `--ant-…` that our own CSS uses as well. */
export const THEME: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  // The class that carries the custom properties; index.html puts it on the root element.
  cssVar: { key: 'tongchou' },
  hashed: false,
  token: {
    fontFamily: FONT_FAMILY,
    fontSize: 14,
    colorPrimary: '#1b4b82',
    colorLink: '#1b4b82',
    colorInfo: '#1b4b82',
    colorWarning: '#a45a00',
    colorError: '#b3261e',
    colorSuccess: '#1f6f43',
    colorText: '#1d232b',
    colorTextSecondary: '#4d5865',
    colorTextTertiary: '#5f6a77',
    colorBorder: '#c3cad3',
    colorBorderSecondary: '#dfe3e8',
    colorWarningBg: '#fff7e3',
    colorWarningBorder: '#e3c27e',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#dba39e',
    colorBgMask: 'rgb(20 32 48 / 22%)',
    colorBgLayout: '#f3f5f7',
    borderRadius: 3,
    motion: false,
  },
  components: {
    Segmented: { trackBg: '#e4e8ed', itemSelectedColor: '#1b4b82', itemColor: '#4d5865' },
  },
};

/** Colours of charts, told apart by lightness as well, so that a black-and-white print can be read. */
export const CHART_COLORS = {
  levy: '#8a94a3',
  before: '#8a94a3',
  after: '#1b4b82',
  target: '#b3261e',
  stages: ['#c9a227', '#1b4b82', '#b3261e', '#6fa8a0'],
  text: '#1d232b',
  muted: '#4d5865',
  line: '#dfe3e8',
  font: FONT_FAMILY,
} as const;
