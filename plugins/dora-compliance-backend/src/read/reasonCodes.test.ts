import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { english } from '@ict-assurance/backstage-plugin-dora-compliance-engine';

const plugins = path.resolve(__dirname, '../../..');

/** Product code that gives reasons, without what declares or explains them. */
function sources(): string[] {
  return ['common', 'engine', 'backend'].flatMap(name => {
    const root = path.join(plugins, `dora-compliance-${name}/src`);
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(
        file =>
          /\.ts$/.test(file) &&
          !/\.(test|contract)\.ts$|(^|\/)(__testUtils__|testing|explain|reasons|remedy)\/|\/judgement\/[a-z-]+\/(en|reasons|remedies)\.ts$/.test(
            `/${file}`,
          ),
      )
      .map(file => readFileSync(path.join(root, file), 'utf8'));
  });
}

// That each reason of the code has a sentence is what the compiler checks.
it('every sentence of a reason is used', () => {
  const code = sources().join('\n');
  const isGap = (name: string) =>
    name.startsWith('gap-') && code.includes(`'${name.slice('gap-'.length)}'`);
  const unused = Object.keys(english.reasons).filter(
    name => !code.includes(`'${name}'`) && !isGap(name),
  );
  expect(unused).toEqual([]);
});
