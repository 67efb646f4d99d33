import './ui/tokens.css'
import './ui/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const phone = document.documentElement.dataset.app === 'phone'
const { start } = phone ? await import('./field/start.tsx') : await import('./app/start.tsx')
await start(root)
