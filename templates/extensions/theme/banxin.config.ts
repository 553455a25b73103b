// A theme from an npm package. 来自 npm 包的主题。
import { defineConfig } from 'banxin';

// The book is set in it unless `book.yaml` names another.
// `book.yaml` 未写 `theme` 时即用它。
export default defineConfig({
  theme: 'banxin-theme-hong',
});
