import fc from 'fast-check';
import { CONFIGURATION } from '../__testUtils__/FakeJenkins';
import { JobConfiguration } from '../normalise/JobConfiguration';
import { parseJobXml } from './parseJobXml';

const inside = (xml: string) => parseJobXml(`<project>${xml}</project>`);

describe('the configuration of a job', () => {
  it('is kept without scripts and secrets', () => {
    expect(parseJobXml(CONFIGURATION)).toEqual({
      kind: 'flow-definition',
      definition: 'org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition',
      scriptPath: 'ci/Jenkinsfile',
      triggers: [
        { type: 'hudson.triggers.TimerTrigger', spec: 'H 2 * * *' },
        { type: 'com.cloudbees.jenkins.GitHubPushTrigger' },
      ],
      discarder: { days: 30 },
    });
  });

  it.each([
    [
      'a pipeline whose script stands in Jenkins',
      `<?xml version='1.1' encoding='UTF-8'?>
<flow-definition plugin="workflow-job@1400">
  <keepDependencies>false</keepDependencies>
  <properties/>
  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition" plugin="workflow-cps@3969">
    <script>sh &apos;make&apos;</script>
    <sandbox>true</sandbox>
  </definition>
  <triggers/>
  <disabled>false</disabled>
</flow-definition>`,
      {
        kind: 'flow-definition',
        definition: 'org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition',
        triggers: [],
      },
    ],
    [
      'a freestyle project',
      `<?xml version="1.0" encoding="UTF-8"?>
<project>
  <properties/>
  <scm class="hudson.scm.NullSCM"/>
  <builders>
    <hudson.tasks.Shell><command>echo hi</command></hudson.tasks.Shell>
  </builders>
  <publishers/>
</project>`,
      { kind: 'project', triggers: [] },
    ],
  ])('is read of %s', (_, xml, configuration) => {
    expect(parseJobXml(xml)).toEqual(configuration);
  });

  it('has the rule to discard builds where old jobs have it', () => {
    expect(
      inside(
        '<logRotator class="hudson.tasks.LogRotator"><daysToKeep>-1</daysToKeep><numToKeep>20</numToKeep></logRotator>',
      ).discarder,
    ).toEqual({ builds: 20 });
  });

  it('has the script of the branches of a project', () => {
    expect(
      inside(
        '<factory class="x.WorkflowBranchProjectFactory"><scriptPath>Jenkinsfile</scriptPath></factory>',
      ).scriptPath,
    ).toBe('Jenkinsfile');
  });

  it.each([
    ['cut off', '<project><triggers>'],
    ['no XML', '{"_class":"x"}'],
    ['empty', ''],
    ['of an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['too deep', '<a>'.repeat(201)],
  ])('is refused when %s', (_, text) => {
    expect(() => parseJobXml(text)).toThrow(Error);
  });

  it('is in its shape or refused, whatever stands in it', () => {
    const name = fc.constantFrom(
      'triggers',
      'spec',
      'definition',
      'scriptPath',
      'logRotator',
      'daysToKeep',
      'numToKeep',
      'hudson.x',
      '__proto__',
    );
    const { tree } = fc.letrec<{ tree: string }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('', '7', '-1', '1e9', '0x10', 'text', '&amp;'),
        fc
          .tuple(name, fc.array(tie('tree'), { maxLength: 3 }))
          .map(
            ([tag, inner]) => `<${tag} class="a.B">${inner.join('')}</${tag}>`,
          ),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), parts => {
        const configuration = inside(parts.join(''));
        expect(JobConfiguration.parse(configuration)).toEqual(configuration);
      }),
    );
  });
});
