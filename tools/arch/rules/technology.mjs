import { importsOf, isTest } from '../sources.mjs';

/** Which files may use a technology. */
const rules = [
  {
    uses: /^knex$/,
    in: /\/(Knex[^/]*|Corridor)\.ts$|\/database\//,
    says: 'only Knex*.ts, database/ and Corridor.ts use knex',
  },
  {
    uses: /^express(-promise-router)?$/,
    in: /\/http\//,
    says: 'only http/ uses express',
  },
  {
    uses: /^@backstage\/plugin-catalog-(node|backend)/,
    in: /\/(Catalog[^/]*|plugin|module)\.ts$/,
    says: 'only Catalog*.ts, plugin.ts and module.ts use catalog services',
  },
  {
    uses: /^@backstage\/plugin-permission-/,
    in: /\/permissions\/|\/Authorized[^/]*\.ts$/,
    says: 'only permissions/ decides permissions',
  },
  {
    uses: /^yaml$/,
    in: /\/(loadControlFolder|parse\w*Yaml)\.ts$/,
    says: 'only parse*Yaml.ts and loadControlFolder.ts read YAML',
  },
];

const CONFIG =
  /\bconfig\b[^;\n]*\.getOptional\w*\(|\.getOptional(String|Number|Boolean|Config)\w*\(/;

/** Technology is in the name of the file that uses it. */
export function technology(sources) {
  return sources
    .filter(({ file }) => file.startsWith('plugins/') && !isTest(file))
    .flatMap(({ file, text }) => [
      ...importsOf(text).flatMap(({ name, line }) =>
        rules
          .filter(rule => rule.uses.test(name) && !rule.in.test(file))
          .map(({ says }) => ({ file, line, message: `${says}: ${name}` })),
      ),
      ...(CONFIG.test(text) && !file.endsWith('/config.ts')
        ? [{ file, line: 1, message: 'only config.ts reads Config' }]
        : []),
    ]);
}
