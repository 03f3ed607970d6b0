import { parseAllDocuments } from 'yaml';

/** An event of the fixtures of CloudEvents conformance. */
export type YamlEvent = {
  ContextAttributes: Record<string, unknown> & {
    Extensions?: Record<string, string>;
  };
  Data: string;
};

/** The events of a YAML fixture; versions are texts there. */
export function parseConformanceYaml(text: string): YamlEvent[] {
  return parseAllDocuments(text, { schema: 'failsafe' }).map(document =>
    document.toJS(),
  );
}
