// Sets theme, app and language before anything is painted; a file of its own because the page allows no inline script.
// The same keys and defaults stand in client/app/theme.ts and client/app/i18n.ts.
;(function () {
  var phone = /^\/(field|apply|proof)(\/|$)/.test(location.pathname)
  var root = document.documentElement
  var stored = function (key) {
    try {
      return localStorage.getItem(key)
    } catch (_) {
      return null
    }
  }
  var theme = stored(phone ? 'serik.theme.phone' : 'serik.theme.desk')
  root.dataset.app = phone ? 'phone' : 'desk'
  root.dataset.theme = theme === 'dark' || theme === 'light' ? theme : phone ? 'light' : 'dark'
  root.lang = stored('serik.language') || root.lang
})()
