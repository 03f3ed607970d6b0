/**
 * An interface whose docstring begins with "Port." has a contract suite named
 * after it, and a test calls that suite.
 */
export function contracts(sources) {
  const tests = sources.filter(({ file }) => /\.test\.tsx?$/.test(file));
  return sources.flatMap(({ file, text }) =>
    [
      ...text.matchAll(
        /\/\*\*\s*(?:\n \* )?Port\.[\s\S]*?\*\/\s*export interface (\w+)/g,
      ),
    ].flatMap(([, name]) => {
      const suite = sources.find(other =>
        other.file.endsWith(`/${name}.contract.ts`),
      );
      const call = `${name.charAt(0).toLowerCase()}${name.slice(1)}Contract(`;
      if (!suite) {
        return [
          {
            file,
            line: 1,
            message: `the port ${name} has no ${name}.contract.ts`,
          },
        ];
      }
      return tests.some(test => test.text.includes(call))
        ? []
        : [{ file: suite.file, line: 1, message: `no test calls ${call})` }];
    }),
  );
}
