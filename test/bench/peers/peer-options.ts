export interface PeerOptions {
  /** Made when missing; each peer has a folder of its own in it. */
  dataDir: string;
  /** Told what takes long. */
  say: (line: string) => void;
}

/**
 * Whether a peer that is missing may be installed: `BENCH_INSTALL_PEERS=yes`. Never by itself, since Request Tracker
 * brings some two hundred packages to the system.
 */
export function mayInstall(): boolean {
  return process.env['BENCH_INSTALL_PEERS'] === 'yes';
}
