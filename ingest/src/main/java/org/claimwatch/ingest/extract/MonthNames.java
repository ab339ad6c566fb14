package org.claimwatch.ingest.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Months as newspapers write them: full, cut short and declined, in the languages of the outlets. */
final class MonthNames {
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    /** Those that different languages count differently. */
    private static final Set<String> AMBIGUOUS = new HashSet<>();

    static {
        // Germanic
        add("january february march april may june july august september october november december");
        add("jan feb mar apr may jun jul aug sep oct nov dec");
        add("- - - - - - - - sept - - -");
        add("januar februar märz april mai juni juli august september oktober november dezember");
        add("jänner feber maerz - - - - - sept okt - dez");
        add("januari februari maart april mei juni juli augustus september oktober november december");
        add("januari februari mars april maj juni juli augusti september oktober november december");
        add("januar februar marts april maj juni juli august september oktober november december");
        add("januar februar mars april mai juni juli august september oktober november desember");
        add("janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember");
        add("januarie februarie maart april mei junie julie augustus september oktober november desember");
        // Romance
        add("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
        add("janv févr mars avr mai juin juil aout sept oct nov déc");
        add("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
        add("ene feb mar abr may jun jul ago set oct nov dic");
        add("- - - - - - - - setiembre - - -");
        add("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre");
        add("gen feb mar apr mag giu lug ago set ott nov dic");
        add("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
        add("- fev - abr mai - - ago set out - dez");
        add("gener febrer març abril maig juny juliol agost setembre octubre novembre desembre");
        add("ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie");
        add("ian - - - - iun iul - - - noi -");
        // Slavic
        add("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia");
        add("styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień");
        add("sty lut - kwi - cze lip sie wrz paź lis gru");
        add("ledna února března dubna května června července srpna září října listopadu prosince");
        add("leden únor březen duben květen červen červenec srpen - říjen - prosinec");
        add("januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra");
        add("siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca");
        add("- - - - - - - - - - studenog -");
        add("januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra");
        add("januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra");
        add("januar februar mart april maj jun jul avgust septembar oktobar novembar decembar");
        add("января февраля марта апреля мая июня июля августа сентября октября ноября декабря");
        add("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь");
        add("янв фев мар апр май июн июл авг сен окт ноя дек");
        add("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня");
        add("студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня");
        add("януари февруари март април май юни юли август септември октомври ноември декември");
        add("јануар фебруар март април мај јун јул август септембар октобар новембар децембар");
        add("јануари февруари март април мај јуни јули август септември октомври ноември декември");
        // Baltic, Uralic, Albanian, Greek, Maltese, Irish, Caucasian
        add("sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio");
        add("janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī");
        add("janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris");
        add("jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember");
        add(
                "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta");
        add("január február március április május június július augusztus szeptember október november december");
        add("- febr márc ápr máj jún júl - szept - - -");
        add("janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor");
        add(
                "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου");
        add("ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ");
        add("jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru");
        add("eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán deireadh samhain nollaig");
        add("იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი");
        add(
                "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի");
        // Turkic
        add("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık");
        add("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr");
        add("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан");
        // Semitic; the two-word months of the Levant are made one word before
        add("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر");
        add("- - - إبريل - يونيه يوليه اغسطس - اكتوبر - -");
        add("كانون-ثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين-أول تشرين-ثاني كانون-أول");
        add("- - اذار - ايار - - اب ايلول - - -");
        add("جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -");
        add("- - - - - - يوليوز غشت شتنبر - نونبر دجنبر");
        add("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר");
        add("בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר");
        add("ጃንዋሪ ፌብሩዋሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር");
        // Iran and South Asia
        add("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر");
        add("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر");
        add("जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर");
        add("- फ़रवरी - - - - - - सितम्बर अक्तूबर नवम्बर दिसम्बर");
        add("जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर");
        add("জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর");
        add("জানুয়ারী ফেব্রুয়ারী - - - - - - - - - -");
        add("ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்");
        add("జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్");
        // South-East Asia, East Africa
        add("januari februari maret april mei juni juli agustus september oktober november desember");
        add("januari februari mac april mei jun julai ogos september oktober november disember");
        add("- peb - - - - - agu - - nop des");
        add("enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre");
        add("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม");
        add("ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค");
        add("- - machi aprili - - - agosti septemba oktoba novemba desemba");
        add("januari februari - - mei juni julai - - - - -");
    }

    private MonthNames() {}

    private static void add(String names) {
        String[] each = names.split(" ", -1);
        for (int i = 0; i < each.length; i++) {
            if (!each[i].equals("-")) {
                Integer other = NUMBERS.putIfAbsent(each[i], i + 1);
                if (other != null && other != i + 1) {
                    AMBIGUOUS.add(each[i]);
                }
            }
        }
    }

    /** 1 to 12, or null for a word that is no month or not always the same one. */
    static @Nullable Integer number(String written) {
        String name = written.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        return AMBIGUOUS.contains(name) ? null : NUMBERS.get(name);
    }

    /** Whether the text is the name of a month and little else, as what is left of a date often is. */
    static boolean isLittleElse(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+", -1)) {
            if (word.length() > 3 && NUMBERS.containsKey(word) && text.length() < word.length() + 6) {
                return true;
            }
        }
        return false;
    }
}
