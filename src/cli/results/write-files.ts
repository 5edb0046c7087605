import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CliError } from '../cli-error.ts';

/** Writes files into a folder, which is made if need be. Answers their paths; throws a CliError when they cannot be written. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      await writeFile(file, content);
      paths.push(file);
    }
    return paths;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(
      `The report could not be written to ${folder}: ${reason}. Choose another folder with --out DIR.`,
    );
  }
}
