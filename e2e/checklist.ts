/**
 * What holds on the web platform, statement by statement. Each is proven by the tests that carry its
 * tag (`@web-12`), unless it says why no test here can.
 */
export const statements: readonly Statement[] = [
  // Offline and installed
  [1, 'the first visit registers one service worker, for the app’s own folder'],
  [2, 'without a network the app opens, and nothing is missing'],
  [3, 'without a network a file gets the same findings'],
  [4, 'without a network a link opens its report'],
  [5, 'without service workers everything else works'],
  [6, 'a new version is offered, and used only when a person says so'],
  [7, 'an open report survives the reload into a new version'],
  [8, 'the manifest holds what an installation needs'],
  [9, 'the manifest names the files that the app opens'],
  [10, 'files opened from the desktop are checked'],
  [11, 'shared files are opened once'],
  [12, 'of earlier versions nothing stays in the caches'],
  [13, 'the service worker can be switched off'],
  // Privacy
  [14, 'nothing leaves the origin'],
  [15, 'the content security policy is strict, and never violated'],
  [16, 'the tokenizer is served as WebAssembly'],
  [17, 'no request tells a file’s name or content, nor what a link holds'],
  // Links
  [18, 'a link opens the same findings elsewhere'],
  [19, 'twenty findings fit a link of 1,900 characters'],
  [20, 'a cut link says so'],
  [21, 'a report too long for a link is offered as a file'],
  [22, 'links of the first version open'],
  [23, 'what a link says is shown as text'],
  // Embedding
  [24, 'the app refuses to be framed, the viewer does not'],
  [25, 'the viewer answers a ping once, and what comes before is not lost'],
  [26, 'bytes from the host are checked, the latest ones count'],
  [27, 'strangers’ messages are ignored'],
  [28, 'a sandbox is worked in, or what it lacks is said'],
  [29, 'no storage is needed'],
  [30, 'isolated hosts can embed it'],
  [31, 'messages go to the host’s origin alone'],
  // Intake, scale, robustness
  [32, 'files, an archive, and a folder with an archive make the same list'],
  [33, 'what cannot be read is told in one finding'],
  [34, 'a large file leaves the page responsive, and its memory comes back'],
  [35, 'a check can be cancelled'],
  [36, 'ten thousand findings leave the page small'],
  [37, 'a worker that breaks costs nobody else anything'],
  [
    38,
    'threads and chunks change nothing in a report',
    'The page leaves both to itself; the command line is tried with all of them (conformance/commandLine.test.ts)',
  ],
  [39, 'a file that has changed can be checked again'],
  // Accessibility
  [40, 'axe finds nothing serious, light and dark'],
  [41, 'everything works by keys'],
  [42, 'counts are announced, motion can be reduced, narrow windows do not scroll sideways'],
];

/** Number, statement, and why no test here can prove it, where that is so. */
export type Statement = readonly [number: number, holds: string, untested?: string];
