import {
  readHttpScenarios,
  readYamlEvents,
} from '../__testUtils__/conformanceFiles.corpora';
import type { Step } from '../__testUtils__/gherkin';
import {
  bytes,
  inBinaryMode,
  inStructuredMode,
  readMessage,
} from '../__testUtils__/messages';
import type { YamlEvent } from '../__testUtils__/parseConformanceYaml';
import { readJsonData } from './CloudEvent';
import type { HttpMessage } from './HttpMessage';

describe('the conformance scenarios of the HTTP binding', () => {
  const scenarios = readHttpScenarios();

  it('are four', () => {
    expect(scenarios).toHaveLength(4);
  });

  it.each(scenarios.map(scenario => [scenario.name, scenario]))(
    '%s',
    (_, { steps }) => {
      const given = steps.map(step => step.text);
      expect(given).toEqual([
        'an HTTP request',
        'parsed as HTTP request',
        'the attributes are:',
        'the data is equal to the following JSON:',
      ]);
      const [request, , attributes, data] = steps as [Step, Step, Step, Step];
      const event = readMessage(parseRequest(request.block));
      expect(event.attributes).toEqual(
        Object.fromEntries(attributes.table.slice(1)),
      );
      expect(readJsonData(event)).toEqual(JSON.parse(data.block));
    },
  );
});

function parseRequest(request: string): HttpMessage {
  const [head = '', ...body] = request.split('\n\n');
  const fields = head.split('\n').slice(1);
  return {
    headers: Object.fromEntries(
      fields.map(field => {
        const [name = '', ...value] = field.split(':');
        return [name.trim().toLowerCase(), value.join(':').trim()];
      }),
    ),
    body: bytes(body.join('\n\n')),
  };
}

describe('the conformance fixtures', () => {
  const inBoth = ({ ContextAttributes, Data }: YamlEvent): HttpMessage[] => {
    const { Extensions = {}, ...attributes } = ContextAttributes;
    const envelope = {
      ...attributes,
      // A block of YAML ends in a newline, which no attribute may have.
      ...Object.fromEntries(
        Object.entries(Extensions).map(([name, value]) => [name, value.trim()]),
      ),
    };
    const base64 = Buffer.from(Data).toString('base64');
    return [
      inBinaryMode({ ...envelope, data_base64: base64 }),
      inStructuredMode({ ...envelope, data_base64: base64 }),
    ];
  };

  it('of version 1.0 are accepted with all they say', () => {
    const events = readYamlEvents('v1.yaml', 'v1.0/v1_minimum.yaml');
    expect(events).toHaveLength(8);
    for (const event of events) {
      for (const message of inBoth(event)) {
        const { attributes, data, bytes: raw } = readMessage(message);
        const { id, source, type } = event.ContextAttributes;
        expect(attributes).toMatchObject({ id, source, type });
        expect(raw ? new TextDecoder().decode(raw) : data).toEqual(
          raw ? event.Data : JSON.parse(event.Data),
        );
      }
    }
  });

  it('of version 0.3 are refused: CDEvents demand 1.0', () => {
    const events = readYamlEvents('v03.yaml', 'v0.3/v03_minimum.yaml');
    expect(events).toHaveLength(7);
    for (const message of events.flatMap(inBoth)) {
      expect(() => readMessage(message)).toThrow('specversion must be 1.0');
    }
  });
});
