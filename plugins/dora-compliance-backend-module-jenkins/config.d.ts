export interface Config {
  doraCompliance?: {
    jenkins?: {
      /**
       * Tokens that deliveries come with. Give the old and the new one while
       * rotating.
       * @deepVisibility secret
       */
      webhookTokens?: string[];
      /**
       * Controllers to collect from.
       */
      controllers?: Array<{
        /** Its Jenkins URL, e.g. `https://ci.bank.example/jenkins`. */
        baseUrl: string;
        username?: string;
        /** @visibility secret */
        apiKey?: string;
      }>;
      collect?: {
        /**
         * Whether to collect. Default: when there are controllers. When true
         * without controllers, those of `doraCompliance.pipelines.jenkins`.
         */
        enabled?: boolean;
        /**
         * ISO 8601 duration. Rounds read builds that began this long before
         * the last complete one; a build that takes longer may be missed.
         * Default: `P1D`.
         */
        longestBuild?: string;
      };
      /**
       * Which builds and stages are deployments. Jenkins has no word for them.
       */
      deployments?: Array<{
        /**
         * Full name of the job or multibranch project, e.g.
         * `payments/deploy-*`. `*` stands for anything but a slash, `**` for
         * anything.
         */
        job: string;
        /** The stage that deploys; default: the whole build. */
        stage?: string;
        environment: string;
        /** Whether that environment is production. */
        production: boolean;
      }>;
      /**
       * Full names of multibranch projects, e.g. `payments/*`, for messages of
       * the Notification plugin and the stage view, which do not tell.
       */
      multibranchProjects?: string[];
    };
  };
}
