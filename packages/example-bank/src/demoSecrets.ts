/**
 * What proves to the backend of the demo who sends a delivery, as in app-config.yaml.
 * Known to everyone who reads this file: it protects the example bank only.
 */
export const demoSecrets = {
  github: 'example-bank-webhook-secret',
  /** 32 bytes in Base64, as GitLab makes it. */
  gitlab: 'whsec_ZXhhbXBsZS1iYW5rLWdpdGxhYi1zaWduaW5nLWtleSE=',
  jenkins: 'example-bank-jenkins-token',
  azureDevOps: 'example-bank-azure-devops-secret',
  cdevents: 'example-bank-cdevents-token',
  runtime: 'example-bank-runtime-token',
};
