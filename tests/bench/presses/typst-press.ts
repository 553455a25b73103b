import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is used of `@myriaddreamin/typst-ts-node-compiler`, which is no dependency of Banxin. */
interface TypstCompiler {
  readonly NodeCompiler: {
    create(args: { workspace: string; fontArgs: readonly { fontPaths: readonly string[] }[] }): {
      pdf(document: { mainFilePath: string }): Uint8Array;
    };
  };
}

const [toolFolder = '', workspace = '', output = '', ...fontPaths] = process.argv.slice(2);
const require = createRequire(join(toolFolder, 'package.json'));
const { NodeCompiler }: TypstCompiler = require('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
await writeFile(output, compiler.pdf({ mainFilePath: join(workspace, 'book.typ') }));
