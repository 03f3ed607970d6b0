import { isTest } from '../sources.mjs';

const CONFIG =
  /\bconfig\b[^;\n]*\.getOptional\w*\(|\.getOptional(String|Number|Boolean|Config)\w*\(/;

/** Only config.ts reads Config. */
export function configuration(sources) {
  return sources
    .filter(
      ({ file, text }) =>
        file.startsWith('plugins/') &&
        !isTest(file) &&
        !file.endsWith('/config.ts') &&
        CONFIG.test(text),
    )
    .map(({ file }) => ({
      file,
      line: 1,
      message: 'only config.ts reads Config',
    }));
}
