/** Style sheets are imported for esbuild, which gathers them into webview.css. */
declare module '*.css';
