// A theme from an npm package: `npm install banxin-theme-hong` in the book's folder, this file beside book.yaml, `banxin allow`.
// 来自 npm 包的主题：在书稿文件夹中安装该包，放好本文件，执行 banxin allow。
import { defineConfig } from 'banxin';

// The book is set in the package's theme unless `book.yaml` names another one; `theme: hong` there says the same.
export default defineConfig({ theme: 'banxin-theme-hong' });
