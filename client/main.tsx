import './ui/tokens.css'
import './ui/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const phone = document.documentElement.dataset.app === 'phone'
/** Public, and looks as the phone does. */
const apply = /^\/apply(\/|$)/.test(location.pathname)
/** Public too: whoever holds an exported record checks it here. */
const verify = /^\/verify(\/|$)/.test(location.pathname)
/** And this one: a citizen has scanned an assistant's code. */
const proof = /^\/proof(\/|$)/.test(location.pathname)
const { start } = proof
  ? await import('./proof/start.tsx')
  : verify
    ? await import('./verify/start.tsx')
    : apply
      ? await import('./apply/start.tsx')
      : phone
        ? await import('./field/start.tsx')
        : await import('./app/start.tsx')
await start(root)
